//! How documents travel: media type, and octets to document and back.
//!
//! Used by `run.rs`.

use crate::syncml::document::Message;
use crate::syncml::{ReadError, WriteError, wbxml, xml};
use crate::words::spelled;

spelled! {
    /// Encoding of SyncML documents.
    Encoding {
        /// XML.
        Xml = "xml",
        /// WBXML.
        Wbxml = "wbxml",
    }
}

impl Encoding {
    /// Content-Type of a message.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xml => "application/vnd.syncml.dm+xml",
            Self::Wbxml => "application/vnd.syncml.dm+wbxml",
        }
    }

    /// The same of a client that names its documents as those of data synchronisation.
    pub const fn plain_media_type(self) -> &'static str {
        match self {
            Self::Xml => "application/vnd.syncml+xml",
            Self::Wbxml => "application/vnd.syncml+wbxml",
        }
    }

    /// Octets of a message.
    pub fn write(self, message: &Message) -> Result<Vec<u8>, WriteError> {
        match self {
            Self::Xml => xml::write(message),
            Self::Wbxml => wbxml::write(message),
        }
    }

    /// The message that octets hold.
    pub fn read(self, octets: &[u8]) -> Result<Message, ReadError> {
        match self {
            Self::Xml => xml::read(octets),
            Self::Wbxml => wbxml::read(octets),
        }
    }
}
