//! From where a request comes, as far as the trusted proxies tell.

use std::net::IpAddr;

use http::HeaderMap;

use crate::config::TrustedProxies;

/// The peer's address; behind trusted proxies the rightmost address of `X-Forwarded-For` that is none of theirs.
///
/// What stands further left was written by the caller and is worth nothing.
pub(crate) fn of_caller(peer: IpAddr, headers: &HeaderMap, proxies: &TrustedProxies) -> IpAddr {
    let mut address = peer.to_canonical();
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    let hops = lines.iter().flat_map(|line| line.split(',')).map(str::trim);
    for hop in hops.collect::<Vec<_>>().into_iter().rev() {
        if !proxies.trust(address) {
            break;
        }
        let Ok(before) = hop.parse::<IpAddr>() else { break };
        address = before.to_canonical();
    }
    address
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue};

    use super::of_caller;

    #[test]
    fn the_callers_address_is_the_rightmost_that_no_trusted_proxy_has() {
        let proxies = "10.0.0.0/8, ::1".parse().unwrap();
        let table = [
            ("203.0.113.9", &[][..], "203.0.113.9"),
            // Not from a proxy: what it says is not believed.
            ("203.0.113.9", &["198.51.100.1"], "203.0.113.9"),
            ("10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("::1", &["198.51.100.1"], "198.51.100.1"),
            ("::ffff:10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            // The caller wrote the left part itself.
            ("10.0.0.1", &["1.2.3.4, 198.51.100.1, 10.0.0.7"], "198.51.100.1"),
            ("10.0.0.1", &["1.2.3.4", "198.51.100.1", "10.0.0.7"], "198.51.100.1"),
            ("10.0.0.1", &["nonsense"], "10.0.0.1"),
            ("10.0.0.1", &["nonsense, 10.0.0.7"], "10.0.0.7"),
        ];
        for (peer, forwarded, expected) in table {
            let mut headers = HeaderMap::new();
            for line in forwarded {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let found = of_caller(peer.parse().unwrap(), &headers, &proxies);
            assert_eq!(found.to_string(), expected, "{peer} {forwarded:?}");
        }
    }
}
