package main

import "sort"

// GroupAnagrams returns the groups of words that are anagrams of each other.
func GroupAnagrams(words []string) [][]string {
	groups := map[string][]string{}
	for _, word := range words {
		symbols := []rune(word)
		for index, symbol := range symbols {
			if symbol >= 'A' && symbol <= 'Z' {
				symbols[index] = symbol - 'A' + 'a'
			}
		}
		sort.Slice(symbols, func(i, j int) bool { return symbols[i] < symbols[j] })
		groups[string(symbols)] = append(groups[string(symbols)], word)
	}
	result := [][]string{}
	for _, group := range groups {
		if len(group) > 1 {
			result = append(result, group)
		}
	}
	return result
}
