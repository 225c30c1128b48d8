// Runs in Firefox's own process, with its own rights, once for each window: has the page's console kept.
window.heard = [];
Services.ppmm.addMessageListener('comeback:heard', ({ data }) => window.heard.push(data));
// Runs in every process that shows pages, now and later.
const listen = () => {
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const tell = ({ level, arguments: said, filename }) => {
    const own = /^(chrome|resource):/.test(filename);
    if (!own && (level === 'error' || level === 'warn' || level === 'assert')) {
      Services.cpmm.sendAsyncMessage('comeback:heard', `${level}: ${said.map(String).join(' ')} (${filename})`);
    }
  };
  storage.addLogEventListener(tell, Cc['@mozilla.org/systemprincipal;1'].createInstance(Ci.nsIPrincipal));
};
Services.ppmm.loadProcessScript(`data:,(${encodeURIComponent(listen)})()`, true);
// Its window would stay wider than a phone.
document.documentElement.style.setProperty('min-width', '0', 'important');
