package main

import "sort"

// GroupAnagrams returns the groups of words that are anagrams of each other.
func GroupAnagrams(words []string) [][]string {
	groups := map[string][]string{}
	keys := []string{}
	for _, word := range words {
		symbols := []rune(word)
		for index, symbol := range symbols {
			if symbol >= 'A' && symbol <= 'Z' {
				symbols[index] = symbol - 'A' + 'a'
			}
		}
		sort.Slice(symbols, func(i, j int) bool { return symbols[i] < symbols[j] })
		key := string(symbols)
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], word)
	}
	result := [][]string{}
	// A map's own order would be another one each time.
	for _, key := range keys {
		if len(groups[key]) > 1 {
			result = append(result, groups[key])
		}
	}
	return result
}
