//! What is counted as one address.

use std::net::Ipv6Addr;

/// Of IPv6 the network: whoever has one address of it has all of them, and would have a fresh one for every guess.
pub(super) fn network(address: &str) -> String {
    match address.parse::<Ipv6Addr>() {
        Ok(address) => format!("{}/64", Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn one_address_of_ipv6_stands_for_its_network() {
        let table = [
            ("192.0.2.7", "192.0.2.7"),
            ("", ""),
            ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff:0:1:2", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
        ];
        for (address, expected) in table {
            assert_eq!(network(address), expected);
        }
    }
}
