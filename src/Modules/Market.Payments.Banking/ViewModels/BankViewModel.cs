using Market.Ledger.Amounts;
using Market.Payments.Banking.Models;
using Market.Payments.Banking.Statements;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Market.Payments.Banking.ViewModels;

public class BankViewModel
{
    /// <summary>The day up to which transfers are recorded, as the browser's date field sends it.</summary>
    public string? OccurredOn { get; set; }

    [BindNever]
    [ValidateNever]
    public BankState State { get; set; } = null!;

    [BindNever]
    [ValidateNever]
    public DateOnly Today { get; set; }

    [BindNever]
    [ValidateNever]
    public bool MayRecord { get; set; }

    [BindNever]
    [ValidateNever]
    public DateOnly? LastDay { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<AccountAtBank> Accounts { get; set; } = [];

    /// <summary>How the bank's balance comes about, line by line; none where no file was read.</summary>
    [BindNever]
    [ValidateNever]
    public BankReckoning? Reckoning { get; set; }

    /// <summary>How many lines of money in wait, and what they come to.</summary>
    [BindNever]
    [ValidateNever]
    public int WaitingCount { get; set; }

    [BindNever]
    [ValidateNever]
    public Money WaitingSum { get; set; }

    [BindNever]
    [ValidateNever]
    public int DoubtfulCount { get; set; }

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<ImportRow> Imports { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public IReadOnlyList<LineRow> InPart { get; set; } = [];

    [BindNever]
    [ValidateNever]
    public dynamic? Pager { get; set; }

    /// <summary>The accounts that the last file was of and that nobody said are the market's.</summary>
    [BindNever]
    [ValidateNever]
    public string? Strangers { get; set; }
}

/// <summary>An account as its last statement says it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Last">The last day that statements are of.</param>
/// <param name="Closing">What the bank says it holds; none where no statement says it.</param>
/// <param name="Gaps">Where statements do not follow one another.</param>
public sealed record AccountAtBank(string Account, DateOnly? Last, Money? Closing, IReadOnlyList<StatementGap> Gaps);

/// <summary>Two statements that do not follow one another.</summary>
/// <param name="After">The last day of the one before.</param>
/// <param name="Before">The first day of the one after.</param>
/// <param name="Missing">What moved between them, by their balances; none where one of them is not said.</param>
public sealed record StatementGap(DateOnly After, DateOnly Before, Money? Missing);

/// <summary>What the bank says beside what the books say, from the first statement's day to the last one's.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="InBooks">What the lines come to that are posted or matched.</param>
/// <param name="Ignored">What those come to that are no client's.</param>
/// <param name="Waiting">What those come to that wait.</param>
/// <param name="Books">What moved at the bank by the books.</param>
public sealed record BankReckoning(DateOnly From, DateOnly To, Money InBooks, Money Ignored, Money Waiting, Money Books)
{
    /// <summary>What all lines come to.</summary>
    public Money Lines => InBooks + Ignored + Waiting;

    /// <summary>What stands in the books and no line shows; negative where lines show more.</summary>
    public Money Difference => Books - InBooks;
}
