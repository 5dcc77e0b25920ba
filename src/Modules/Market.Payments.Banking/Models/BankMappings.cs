using Market.Bank.Csv;
using OrchardCore.Data.Documents;

namespace Market.Payments.Banking.Models;

/// <summary>What the columns of the market's banks are, by name.</summary>
public class BankMappings : Document
{
    public Dictionary<string, CsvMapping> ByName { get; set; } = new(StringComparer.Ordinal);
}
