Money = Struct.new(:currency, :cents)

INT64 = (-2**63..2**63 - 1).freeze

# Returns the total of each currency, sorted by currency.
def money_totals(amounts)
  unless amounts.all? { |amount| amount.currency.match?(/\A[A-Z]{3}\z/) }
    raise ArgumentError, "a currency must be three letters"
  end

  totals = Hash.new(0)
  amounts.each do |amount|
    totals[amount.currency] += amount.cents
    raise FloatDomainError, "a total leaves 64 bits" unless INT64.cover?(totals[amount.currency])
  end
  totals.sort.map { |currency, cents| Money.new(currency, cents) }
end
