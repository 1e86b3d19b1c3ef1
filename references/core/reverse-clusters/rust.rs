pub fn reverse_clusters(text: &str) -> String {
    let mut clusters: Vec<String> = Vec::new();
    for symbol in text.chars() {
        let is_mark = matches!(symbol, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}');
        match clusters.last_mut() {
            Some(cluster) if is_mark => cluster.push(symbol),
            _ => clusters.push(symbol.to_string()),
        }
    }
    clusters.into_iter().rev().collect()
}
