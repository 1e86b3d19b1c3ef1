@variant@
function attempts(place: string, port: number, process: number): string[] {
    return [];
}
