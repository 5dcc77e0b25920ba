using Market.Ledger.Amounts;
using Market.Ledger.Pending;
using Market.Payments.Counter.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Payments.Counter.ViewModels;

/// <summary>The page on which a distribution is closed, or read as it was closed.</summary>
public class ClosingViewModel
{
    /// <summary>The form's key.</summary>
    public string? Key { get; set; }

    /// <summary>The code of what was looked at.</summary>
    public string? Seen { get; set; }

    /// <summary>Why it is closed although something is open, or opened again.</summary>
    public string? Reason { get; set; }

    [BindNever]
    public string DistributionId { get; set; } = string.Empty;

    [BindNever]
    public string Place { get; set; } = string.Empty;

    [BindNever]
    public DateOnly Day { get; set; }

    /// <summary>That it is closed; none while it is open.</summary>
    [BindNever]
    public DistributionClosure? Closure { get; set; }

    /// <summary>Its closings, the newest first, with the names of who closed and opened.</summary>
    [BindNever]
    public IReadOnlyList<ClosedDistribution> Closings { get; set; } = [];

    /// <summary>The names of users, by their ids.</summary>
    [BindNever]
    public IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    /// <summary>What is open, in sentences.</summary>
    [BindNever]
    public IReadOnlyList<string> Matters { get; set; } = [];

    /// <summary>The orders with something open.</summary>
    [BindNever]
    public IReadOnlyList<ClosingRow> Open { get; set; } = [];

    /// <summary>The orders that are paid and collected.</summary>
    [BindNever]
    public IReadOnlyList<ClosingRow> Settled { get; set; } = [];

    /// <summary>What is announced and has not arrived.</summary>
    [BindNever]
    public IReadOnlyList<(PendingPayment Payment, string Client)> Announced { get; set; } = [];

    /// <summary>What came after it was closed, with whose it is.</summary>
    [BindNever]
    public IReadOnlyList<(CounterRecord Entry, string Client)> Late { get; set; } = [];

    /// <summary>What the counter refused, with whose it is.</summary>
    [BindNever]
    public IReadOnlyList<(CounterRecord Entry, string Client)> Refused { get; set; } = [];

    [BindNever]
    public Money Due { get; set; }

    [BindNever]
    public Money Paid { get; set; }

    /// <summary>Whether its day has come.</summary>
    [BindNever]
    public bool HasCome { get; set; }

    [BindNever]
    public bool MayReopen { get; set; }
}
