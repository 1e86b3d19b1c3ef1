use std::collections::BTreeMap;

pub fn group_anagrams(words: &[String]) -> Vec<Vec<String>> {
    let mut by_letters: BTreeMap<Vec<char>, Vec<String>> = BTreeMap::new();
    for word in words {
        let mut letters: Vec<char> = word.chars().map(|letter| letter.to_ascii_lowercase()).collect();
        letters.sort_unstable();
        by_letters.entry(letters).or_default().push(word.clone());
    }
    by_letters.into_values().filter(|group| group.len() > 1).collect()
}
