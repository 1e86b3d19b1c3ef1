package main

import "strings"

// ReverseClusters reverses a text but keeps combining marks after their letter.
func ReverseClusters(text string) string {
	clusters := []string{}
	for _, symbol := range text {
		if last := len(clusters) - 1; last >= 0 && isMark(symbol) {
			clusters[last] += string(symbol)
		} else {
			clusters = append(clusters, string(symbol))
		}
	}
	var reversed strings.Builder
	for index := len(clusters) - 1; index >= 0; index-- {
		reversed.WriteString(clusters[index])
	}
	return reversed.String()
}

func isMark(symbol rune) bool {
	return symbol >= 0x300 && symbol <= 0x36F || symbol >= 0x20D0 && symbol <= 0x20FF
}
