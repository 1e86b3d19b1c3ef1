package main

@variant@

func Attempts(place string, port int, process int) []string {
	return []string{}
}
