//! A PNG of sixteen colours: what a picture of letters on paper needs, and half a byte for each pixel.

use std::io::Write;

use anyhow::{Result, ensure};
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

/// So many colours.
pub const DEPTH: usize = 16;

/// Writes a picture; `pixels` holds the number of a colour for each, row by row.
pub fn write((width, height): (usize, usize), colours: &[[u8; 3]; DEPTH], pixels: &[u8]) -> Result<Vec<u8>> {
    ensure!(width % 2 == 0 && pixels.len() == width * height, "{} pixels are no {width} by {height}", pixels.len());
    let mut packed = ZlibEncoder::new(vec![], Compression::best());
    for row in pixels.chunks(width) {
        // No filter: neighbours differ by shade, not by amount.
        packed.write_all(&[0])?;
        packed.write_all(&row.chunks(2).map(|two| two[0] << 4 | two[1]).collect::<Vec<u8>>())?;
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    // Four bits for each pixel, with a palette; compression, filters and order are the usual ones.
    let head = [(width as u32).to_be_bytes(), (height as u32).to_be_bytes()].concat();
    chunk(&mut file, b"IHDR", &[&head[..], &[4, 3, 0, 0, 0]].concat());
    chunk(&mut file, b"PLTE", colours.as_flattened());
    chunk(&mut file, b"IDAT", &packed.finish()?);
    chunk(&mut file, b"IEND", &[]);
    Ok(file)
}

fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    file.extend((data.len() as u32).to_be_bytes());
    file.extend(kind);
    file.extend(data);
    file.extend(sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_as_every_png_does() -> Result<()> {
        let file = write((2, 2), &[[0; 3]; DEPTH], &[0, 1, 15, 2])?;
        assert_eq!(file.get(file.len() - 12..), Some(&b"\0\0\0\0IEND\xae\x42\x60\x82"[..]));
        assert!(write((2, 2), &[[0; 3]; DEPTH], &[0]).is_err());
        Ok(())
    }
}
