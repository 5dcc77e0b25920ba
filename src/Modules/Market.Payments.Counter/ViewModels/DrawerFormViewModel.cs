using Market.Ledger.Amounts;
using Market.Ledger.Drawers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Counter.ViewModels;

/// <summary>A form about a drawer: which of its fields are shown says <see cref="Movement"/>.</summary>
public class DrawerFormViewModel
{
    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? DistributionId { get; set; }

    public string? Amount { get; set; }

    public string? Counted { get; set; }

    /// <summary>How many pieces there are of each denomination, by its value in minor units.</summary>
    public Dictionary<string, string?> Pieces { get; set; } = [];

    public string? ToBank { get; set; }

    public string? TerminalSlip { get; set; }

    /// <summary>What the page says the drawer should hold, in minor units.</summary>
    public string? Seen { get; set; }

    public string? Reason { get; set; }

    [BindNever]
    [ValidateNever]
    public DrawerMovement Movement { get; set; }

    /// <summary>The drawer; none where one is to be opened.</summary>
    [BindNever]
    [ValidateNever]
    public DrawerViewModel? Of { get; set; }

    /// <summary>What should lie in the drawer that is to be opened, and that it was left by.</summary>
    [BindNever]
    [ValidateNever]
    public Money Left { get; set; }

    [BindNever]
    [ValidateNever]
    public Drawer? Before { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<CounterDistribution> Distributions { get; set; } = [];

    public bool IsCount => Movement is not (DrawerMovement.Brought or DrawerMovement.Taken);
}
