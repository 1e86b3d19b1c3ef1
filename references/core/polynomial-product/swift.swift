enum TaskError: Error {
    case invalidArgument
}

func polynomialProduct(_ left: [Int: Int], _ right: [Int: Int]) throws -> [Int: Int] {
    guard left.keys.allSatisfy({ $0 >= 0 }), right.keys.allSatisfy({ $0 >= 0 }) else {
        throw TaskError.invalidArgument
    }
    var product: [Int: Int] = [:]
    for (leftExponent, leftCoefficient) in left where leftCoefficient != 0 {
        for (rightExponent, rightCoefficient) in right where rightCoefficient != 0 {
            product[leftExponent + rightExponent, default: 0] += leftCoefficient * rightCoefficient
        }
    }
    return product.filter { $0.value != 0 }
}
