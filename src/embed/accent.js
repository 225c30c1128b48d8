// Whether a host's accent can be read where the page uses it: in words, and under words of its own.

// What stands behind the accent: page and surface, light and dark, as in src/ui/style/base.css.
const BEHIND = { light: ['#f8f6f1', '#ffffff'], dark: ['#171614', '#211f1c'] };
// The least contrast of words, after WCAG 2.
const LEAST = 4.5;

// The colour as '#rrggbb'; nothing where it is no such colour.
export const hex = (text) => {
  const [, digits] = /^#?((?:[0-9a-f]{3}){1,2})$/i.exec(text?.trim() ?? '') ?? [];
  return digits && `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`.toLowerCase();
};

const luminance = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

// From 1 to 21.
export const contrast = (one, other) => {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

// The least contrast that an accent has in a theme, 'light' or 'dark', and whether that is enough.
export const worst = (accent, theme) => Math.min(...BEHIND[theme].map((behind) => contrast(accent, behind)));
export const fits = (accent, theme) => worst(accent, theme) >= LEAST;

// The colour of words on it.
export const on = (accent) => (contrast(accent, '#ffffff') >= contrast(accent, '#0d2022') ? '#ffffff' : '#0d2022');
