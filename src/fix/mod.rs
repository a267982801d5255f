//! To come.

mod skeleton;

pub use skeleton::skeleton;
