use std::fs;
use std::net::TcpStream;

fn attempts(place: &str, port: i64, _process: i64) -> Vec<String> {
    let mut found = Vec::new();
    if fs::read(format!("{}/secret", place)).is_ok() {
        found.push("read the canary".to_string());
    }
    if fs::OpenOptions::new().append(true).open(format!("{}/secret", place)).is_ok() {
        found.push("append to the canary".to_string());
    }
    if TcpStream::connect(("127.0.0.1", port as u16)).is_ok() {
        found.push("connect to the host".to_string());
    }
    found
}
