//! Frames of the wire: a header that says how long a message is, and the message. Whatever the bytes are, this finds the next frame.
//!
//! Headers are bounded and a message has at most 32 MiB; what is neither is thrown away as it arrives, up to the next line that is a
//! `Content-Length` header. Inside a JSON text no raw line end can follow one, so such a line is always the start of a frame.

use super::fault::Fault;
use memchr::memchr;
use std::io::{self, ErrorKind, Read};

/// The longest message, in bytes.
const LONGEST_MESSAGE: usize = 32 * 1024 * 1024;
/// The longest header line, in bytes.
const LONGEST_LINE: usize = 4 * 1024;
/// So many bytes are read at once.
const PIECE: usize = 64 * 1024;
/// So many header lines one frame may have.
const MOST_LINES: usize = 32;
const CONTENT_LENGTH: &str = "content-length:";

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// A message.
    Message(Vec<u8>),
    /// Bytes that are no frame.
    Noise(Fault),
    /// Nothing more will come.
    End,
}

/// Cuts a stream of bytes into frames.
pub(super) struct Frames<R> {
    input: R,
    /// Bytes read and not yet taken begin at `at`.
    buffer: Vec<u8>,
    at: usize,
    /// Where what is read next lies down: blanked once, not for every keystroke.
    piece: Box<[u8]>,
}

impl<R: Read> Frames<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, buffer: Vec::new(), at: 0, piece: vec![0; PIECE].into() }
    }

    /// The next frame. A stream that breaks has ended.
    pub(super) fn next(&mut self) -> Frame {
        self.frame().unwrap_or(Frame::End)
    }

    /// Whether a whole message is there to take without reading on.
    pub(super) fn has_message(&self) -> bool {
        let mut rest = &self.buffer[self.at..];
        let mut length = None;
        while let Some(end) = memchr(b'\n', rest) {
            let (line, behind) = rest.split_at(end + 1);
            rest = behind;
            match (header(line), length) {
                (Header::Length(bytes), _) => length = Some(bytes),
                (Header::Empty, Some(bytes)) => return rest.len() >= bytes,
                (Header::Other, _) | (Header::Empty, None) => {}
                (Header::Wrong, _) => return false,
            }
        }
        false
    }

    /// Puts back the end of a message that turned out to hold the start of another frame.
    pub(super) fn put_back(&mut self, message: &[u8]) {
        if let Some(start) = find_header(message) {
            self.buffer.splice(..self.at, message[start..].iter().copied());
            self.at = 0;
        }
    }

    fn frame(&mut self) -> io::Result<Frame> {
        let mut length = None;
        let mut lines = 0;
        loop {
            let Some(line) = self.line()? else { return self.noise("a header line is too long") };
            lines += 1;
            match header(&line) {
                Header::Length(bytes) => length = Some(bytes),
                Header::Other if lines <= MOST_LINES => {}
                Header::Empty => match length {
                    Some(bytes) if bytes <= LONGEST_MESSAGE => return self.message(bytes).map(Frame::Message),
                    Some(_) => return self.noise("a message may have 32 MiB at most"),
                    // Empty lines between frames harm nobody.
                    None if lines == 1 => lines = 0,
                    None => return Ok(Frame::Noise(Fault::parse("a message needs a Content-Length"))),
                },
                Header::Wrong if find_header(&line).is_some() => {
                    self.put_back_line(&line);
                    return Ok(Frame::Noise(Fault::parse("bytes between messages")));
                }
                Header::Wrong | Header::Other => return self.noise("not a header"),
            }
        }
    }

    /// Reads a message of so many bytes; memory is only taken for what is really sent.
    fn message(&mut self, bytes: usize) -> io::Result<Vec<u8>> {
        let mut message = Vec::with_capacity(bytes);
        let ready = (self.buffer.len() - self.at).min(bytes);
        message.extend_from_slice(&self.buffer[self.at..self.at + ready]);
        self.at += ready;
        self.input.by_ref().take((bytes - ready) as u64).read_to_end(&mut message)?;
        if message.len() < bytes { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(message) }
    }

    /// The next line with its line end; `None` when it is too long.
    fn line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut searched = self.at;
        loop {
            if let Some(end) = memchr(b'\n', &self.buffer[searched..]) {
                let line = self.buffer[self.at..=searched + end].to_vec();
                self.at = searched + end + 1;
                return Ok(Some(line));
            }
            searched = self.buffer.len();
            if searched - self.at > LONGEST_LINE {
                return Ok(None);
            }
            let taken = std::mem::take(&mut self.at);
            self.buffer.drain(..taken);
            searched -= taken;
            self.fill()?;
        }
    }

    /// Throws bytes away up to the next frame, and says why.
    fn noise(&mut self, why: &'static str) -> io::Result<Frame> {
        loop {
            if let Some(start) = find_header(&self.buffer[self.at..]) {
                self.at += start;
                return Ok(Frame::Noise(Fault::parse(why)));
            }
            // A header may have begun in the last bytes.
            let keep = self.buffer.len().saturating_sub(LONGEST_LINE).max(self.at);
            self.buffer.drain(..keep);
            self.at = 0;
            if self.fill().is_err() {
                return Ok(Frame::End);
            }
        }
    }

    fn put_back_line(&mut self, line: &[u8]) {
        if let Some(start) = find_header(line) {
            self.at -= line.len() - start;
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = loop {
            match self.input.read(&mut self.piece) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.buffer.extend_from_slice(&self.piece[..read]);
        if read == 0 { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }
}

enum Header {
    Length(usize),
    Other,
    Empty,
    Wrong,
}

fn header(line: &[u8]) -> Header {
    let line = line.trim_ascii();
    if line.is_empty() {
        return Header::Empty;
    }
    let Some(colon) = memchr(b':', line) else { return Header::Wrong };
    let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
    if name.eq_ignore_ascii_case(b"content-length") {
        let digits = std::str::from_utf8(value).ok().filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
        return match digits.map(str::parse) {
            Some(Ok(bytes)) => Header::Length(bytes),
            // More digits than a number has: too long in any case.
            Some(Err(_)) if !value.is_empty() => Header::Length(usize::MAX),
            _ => Header::Wrong,
        };
    }
    let is_name = !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
    if is_name { Header::Other } else { Header::Wrong }
}

/// Where in `bytes` a whole `Content-Length` line begins.
fn find_header(bytes: &[u8]) -> Option<usize> {
    let length = CONTENT_LENGTH.len();
    let mut from = 0;
    while let Some(colon) = memchr(b':', &bytes[from..]).map(|colon| from + colon) {
        from = colon + 1;
        let Some(start) = from.checked_sub(length) else { continue };
        if !bytes[start..from].eq_ignore_ascii_case(CONTENT_LENGTH.as_bytes()) {
            continue;
        }
        let end = memchr(b'\n', &bytes[from..])?;
        let value = bytes[from..from + end].trim_ascii();
        if !value.is_empty() && value.iter().all(u8::is_ascii_digit) {
            return Some(start);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(bytes: &[u8]) -> Vec<String> {
        let mut frames = Frames::new(bytes);
        let mut found = Vec::new();
        loop {
            match frames.next() {
                Frame::Message(message) => found.push(String::from_utf8_lossy(&message).into_owned()),
                Frame::Noise(_) => found.push("!".to_owned()),
                Frame::End => return found,
            }
        }
    }

    #[test]
    fn finds_every_whole_frame() {
        for (bytes, wanted) in [
            ("Content-Length: 2\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["{}", "1"]),
            ("content-type: x; charset=utf8\r\ncontent-length:2\n\n{}", vec!["{}"]),
            ("Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", vec!["{}"]),
            ("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\n1", vec!["", "1"]),
            ("}}Content-Length: 1\r\n\r\n1", vec!["!", "1"]),
            ("Content-Length: abc\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["!", "1"]),
            ("Content-Length: -5\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["!", "1"]),
            ("Content-Length: 99999999999999999999\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["!", "1"]),
            ("Content-Length: 99999999\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["!", "1"]),
            ("Content-Type: x\r\n\r\n{}Content-Length: 1\r\n\r\n1", vec!["!", "!", "1"]),
            ("Content-Length: 500\r\n\r\n{", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(frames(bytes.as_bytes()), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn only_whole_messages_are_there_to_take() {
        for (behind, is_there) in [
            ("", false),
            ("\r\n", false),
            ("\r\nContent-Length: 2\r\n\r\n{}", true),
            ("Content-Type: x\r\nContent-Length: 2\r\n\r\n{}", true),
            ("Content-Length: 2\r\n\r\n{", false),
            ("Content-Len", false),
            ("}", false),
        ] {
            let bytes = format!("Content-Length: 1\r\n\r\n1{behind}");
            let mut frames = Frames::new(bytes.as_bytes());
            assert_eq!(frames.next(), Frame::Message(b"1".to_vec()));
            assert_eq!(frames.has_message(), is_there, "{behind:?}");
        }
    }

    #[test]
    fn a_flood_of_header_is_thrown_away() {
        let mut bytes = b"X-Junk: ".to_vec();
        bytes.resize(1_000_000, b'a');
        bytes.extend_from_slice(b"\r\n\r\nContent-Length: 1\r\n\r\n1");
        assert_eq!(frames(&bytes), ["!", "1"]);
    }
}
