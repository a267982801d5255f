//! Fixes: what rule pages show, and the safety contract over documents of all sorts.

mod contract;
mod files;
mod generated;
mod pages;
mod places;
mod promises;
mod skeletons;
mod sources;
mod workshop;
