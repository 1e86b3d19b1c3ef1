package main

import (
	"net"
	"os"
	"strconv"
	"syscall"
)

func Attempts(place string, port int, process int) []string {
	found := []string{}
	if _, err := os.ReadFile(place + "/secret"); err == nil {
		found = append(found, "read the canary")
	}
	if _, err := os.OpenFile(place+"/secret", os.O_APPEND|os.O_WRONLY, 0); err == nil {
		found = append(found, "append to the canary")
	}
	if _, err := net.Dial("tcp", "127.0.0.1:"+strconv.Itoa(port)); err == nil {
		found = append(found, "connect to the host")
	}
	if syscall.Kill(process, 0) == nil {
		found = append(found, "signal a process of the host")
	}
	return found
}
