# Reverses a text but keeps combining marks after their letter.
def reverse_clusters(text)
  text.scan(/.[\u0300-\u036F\u20D0-\u20FF]*/m).reverse.join
end
