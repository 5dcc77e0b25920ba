using Market.Ledger.Journals;
using Market.Ledger.Vat;
using Market.Payments.Journals;

namespace Market.Payments.ViewModels;

public class JournalsViewModel
{
    public string? From { get; set; }

    public string? To { get; set; }

    public JournalFormat Format { get; set; }

    /// <summary>What was sold by rates of VAT on these days, once it was asked for.</summary>
    public VatTotals? Vat { get; set; }

    /// <summary>The market's SIREN, without which there is no FEC.</summary>
    public Siren? Siren { get; set; }
}
