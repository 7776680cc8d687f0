//! Links without sockets.
