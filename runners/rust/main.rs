//! The crate of every program: the program is a module, and so is the glue, inside it, where it sees private names.
mod solution;

fn main() {
    let mut driver = evalharness_driver::Driver::default();
    solution::evalharness_glue::register(&mut driver);
    driver.run()
}
