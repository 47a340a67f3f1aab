//! The program itself, started in an empty folder, and a plain client for it.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::{
    io::{BufRead, BufReader, ErrorKind, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    thread,
    time::Duration,
};

use tempfile::TempDir;

/// Where the build has put the program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_hatchboard");

/// The program with nothing of this machine's environment, in a folder of its own.
pub(crate) fn hatchboard(folder: &TempDir, arguments: &[&str]) -> Command {
    program_at(Path::new(PROGRAM), folder, arguments)
}

fn program_at(program: &Path, folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder.path()).env_remove("DATABASE_URL").env_remove("LEPTOS_SITE_ROOT");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HATCHBOARD_")) {
        command.env_remove(name);
    }
    command
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

pub(crate) fn run(command: &mut Command) -> Output {
    command.output().expect("the program starts")
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A copy of the program may for a moment still be open for writing, in the child that another test has just begun.
fn spawn(command: &mut Command) -> Child {
    loop {
        match command.spawn() {
            Err(error) if error.kind() == ErrorKind::ExecutableFileBusy => thread::sleep(Duration::from_millis(10)),
            started => return started.expect("the program starts"),
        }
    }
}

/// `hatchboard serve` on a port that was free; ended with the test.
pub(crate) struct Serving {
    child: Child,
    address: String,
    _folder: TempDir,
}

impl Serving {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    pub(crate) fn with(environment: &[(&str, &str)]) -> Self {
        Self::of(Path::new(PROGRAM), folder(), environment)
    }

    /// A copy of the program that stands elsewhere.
    pub(crate) fn of(program: &Path, folder: TempDir, environment: &[(&str, &str)]) -> Self {
        let mut command = program_at(program, &folder, &["serve", "--addr", "127.0.0.1:0"]);
        command.envs(environment.iter().copied()).env("HATCHBOARD_LOG_LEVEL", "error");
        let mut child = spawn(command.stdout(Stdio::piped()));
        let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let port = lines
            .find_map(|line| Some(line.ok()?.split_once("listening on port ")?.1.to_owned()))
            .expect("the program says its port");
        // Whatever it says later is read too, so that it never waits for a reader.
        thread::spawn(move || lines.for_each(drop));
        Self { child, address: format!("127.0.0.1:{port}"), _folder: folder }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address).expect("the program listens")
    }

    /// Sends `METHOD /path` with headers and body, and reads the whole answer.
    pub(crate) fn ask(&self, line: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = self.connect();
        let mut request = format!("{line} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        for (name, value) in headers {
            request.extend([*name, ": ", *value, "\r\n"]);
        }
        if !body.is_empty() {
            request.extend(["content-length: ", &body.len().to_string(), "\r\n"]);
        }
        stream.write_all(format!("{request}\r\n{body}").as_bytes()).expect("the request is sent");
        Answer::read(stream)
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[("accept", "text/html")], "")
    }

    /// As a service manager ends it.
    pub(crate) fn terminate(&self) {
        let killed = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(killed.is_ok_and(|status| status.success()));
    }

    pub(crate) fn wait(mut self) -> ExitStatus {
        self.child.wait().expect("the program ends")
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer as it came over the wire.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the answer is read");
        let text = text(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("an answer has a head");
        let mut lines = head.lines();
        let status =
            lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("an answer has a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Self { status, headers, body: body.to_owned() }
    }

    /// Empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }
}
