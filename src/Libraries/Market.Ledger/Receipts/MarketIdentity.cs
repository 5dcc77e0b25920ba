namespace Market.Ledger.Receipts;

/// <summary>Who sells, as receipts and deposit slips name them. What the market has not set is none.</summary>
/// <param name="Name">The market's name.</param>
public sealed record MarketIdentity(string Name)
{
    /// <summary>Its postal address, a line of it in each line.</summary>
    public string? Address { get; init; }

    /// <summary>The number of its establishment in the Sirene register: fourteen digits, see <see cref="Receipts.Siret"/>.</summary>
    public string? Siret { get; init; }

    /// <summary>Its VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>What the law has it write where it charges no VAT: <i>TVA non applicable, article 293 B du CGI</i>. None where it charges VAT.</summary>
    public string? VatSentence { get; init; }
}
