using Market.Payments.AccountBalances;
using Market.Payments.Fees;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.ViewModels;

/// <summary>What is posted to each account.</summary>
public enum FeeEntry
{
    Fee,

    /// <summary>A correction that lowers the balance.</summary>
    Charge,

    /// <summary>A correction that raises it.</summary>
    Give,
}

/// <summary>Which accounts the preview begins with.</summary>
public enum FeeSelection
{
    All,
    ToPay,
    Credit,
    Settled,

    /// <summary>None: they are ticked by hand.</summary>
    Ticked,
}

public class FeeFormViewModel
{
    /// <summary>Made when the form is shown: a double tap or a reload is one run.</summary>
    public string? Key { get; set; }

    public FeeEntry Entry { get; set; }

    public string? Name { get; set; }

    public string? Amount { get; set; }

    public string? OccurredOn { get; set; }

    public FeeSelection Selection { get; set; }

    public string? Search { get; set; }

    public string[] Selected { get; set; } = [];

    public bool BelowFloorToo { get; set; }

    /// <summary>What of the preview was looked at; none before the first.</summary>
    public string? Seen { get; set; }

    [BindNever]
    [ValidateNever]
    public FeePlan Plan { get; set; } = null!;

    /// <summary>All accounts that the form begins with or that are ticked, by name.</summary>
    [BindNever]
    [ValidateNever]
    public IReadOnlyList<FeePlanLine> Lines { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; } = new Dictionary<string, ClientAccount>();

    /// <summary>Whether somebody else has to approve what one person may post alone.</summary>
    [BindNever]
    [ValidateNever]
    public bool NeedsApproval { get; set; }

    public BalanceFilter Filter => Selection switch
    {
        FeeSelection.ToPay => BalanceFilter.ToPay,
        FeeSelection.Credit => BalanceFilter.Credit,
        FeeSelection.Settled => BalanceFilter.Settled,
        _ => BalanceFilter.All,
    };
}
