print(table.sum({ 1, 2, 3 }))
