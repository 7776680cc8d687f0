//! How documents travel: media type, and octets to document and back.
//!
//! Used by `run.rs`.

use crate::syncml::document::Message;
use crate::syncml::{ReadError, WriteError, xml};
use crate::words::spelled;

spelled! {
    /// Encoding of SyncML documents.
    Encoding {
        /// XML.
        Xml = "xml",
    }
}

impl Encoding {
    /// Content-Type of a message.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xml => "application/vnd.syncml.dm+xml",
        }
    }

    /// Octets of a message.
    pub fn write(self, message: &Message) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Xml => xml::write(message),
        }
    }

    /// The message that octets hold.
    pub fn read(self, octets: &[u8]) -> Result<Message, ReadError> {
        match self {
            Self::Xml => xml::read(octets),
        }
    }
}
