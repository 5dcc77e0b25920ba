using Market.Ledger.Vat;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

public class AccountingSettingsViewModel
{
    public string? Siren { get; set; }

    /// <summary>The month that the financial year begins with, 1 to 12.</summary>
    public string? FirstMonth { get; set; }

    /// <summary>The last locked day, <c>yyyy-MM-dd</c>; empty for none.</summary>
    public string? LockDay { get; set; }

    public VatLiability? Vat { get; set; }

    public string? VatNumber { get; set; }

    /// <summary>The rate that fees include, in percent; empty for none.</summary>
    public string? FeeVat { get; set; }

    /// <summary>Account numbers by what they are for; an empty one is the usual.</summary>
    public Dictionary<string, string?> Numbers { get; set; } = [];

    /// <summary>What may be numbered: its name, what it is called, and the usual number.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<(string Name, string Label, string Usual)> Accounts { get; set; } = [];
}
