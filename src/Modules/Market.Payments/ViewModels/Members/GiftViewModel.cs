using Market.Ledger.Amounts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels.Members;

/// <summary>The form that gives credit to another member.</summary>
public class GiftViewModel
{
    /// <summary>The form's idempotency key.</summary>
    public string? Key { get; set; }

    /// <summary>The number of the account that gets it.</summary>
    public string? Number { get; set; }

    /// <summary>The name of its client, as they say it themselves.</summary>
    public string? Name { get; set; }

    public string? Amount { get; set; }

    public string? Memo { get; set; }

    /// <summary>What the giver has.</summary>
    [BindNever]
    [ValidateNever]
    public Money Balance { get; set; }

    /// <summary>The most that is given at once.</summary>
    [BindNever]
    [ValidateNever]
    public Money Most { get; set; }
}
