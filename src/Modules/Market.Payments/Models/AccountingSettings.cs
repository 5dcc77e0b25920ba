using Market.Ledger.Vat;

namespace Market.Payments.Models;

/// <summary>How the market's accountant books what the ledger holds. What is empty is the usual French number.</summary>
public class AccountingSettings
{
    /// <summary>The market's SIREN, which names its FEC; none where it has none.</summary>
    public string? Siren { get; set; }

    /// <summary>The month that the market's financial year begins with, 1 to 12.</summary>
    public int FirstMonth { get; set; } = 1;

    /// <summary>The last day that is locked: no operation is dated on it or before. It only moves on.</summary>
    public DateOnly? LockDay { get; set; }

    /// <summary>Whether the market owes VAT on what it sells; none until somebody says so, and until then as if it did.</summary>
    public VatLiability? Vat { get; set; }

    /// <summary>The market's VAT number; none where it has none.</summary>
    public string? VatNumber { get; set; }

    /// <summary>The rate of VAT that fees include, in hundredths of a percent; none where they bear none.</summary>
    public int? FeeVatBasisPoints { get; set; }

    /// <summary>Account numbers by what they are for: see <see cref="Journals.ChartReader"/>, or a payment method's technical name.</summary>
    public Dictionary<string, string> Numbers { get; set; } = [];
}
