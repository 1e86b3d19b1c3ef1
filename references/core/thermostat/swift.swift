enum TaskError: Error {
    case invalidArgument
}

func thermostat(_ readings: [Double], _ low: Double, _ high: Double) throws -> [Bool] {
    guard low <= high else { throw TaskError.invalidArgument }
    var isOn = false
    var faults = 0
    return readings.map { reading in
        faults = reading.isNaN ? faults + 1 : 0
        if reading < low {
            isOn = true
        } else if reading > high || faults >= 3 {
            isOn = false
        }
        return isOn
    }
}
