using Market.Ledger.Postings;
using OrchardCore.ContentManagement;

namespace Market.Orders.Models;

/// <summary>A market day: where and when orders are collected, and when they are taken.</summary>
public sealed class DistributionPart : ContentPart
{
    /// <summary>Where it takes place.</summary>
    public string? Place { get; set => field = OneLine.OrNull(value); }

    /// <summary>The market's day. A day, not an instant: it is the same in every time zone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Whether somebody said that the day is meant although it was past when it was typed.</summary>
    public bool IsPastDayMeant { get; set; }

    /// <summary>From when orders are collected, as the place's clocks show it: "18:00".</summary>
    public string? CollectFrom { get; set; }

    /// <summary>Until when orders are collected, as the place's clocks show it: "19:30".</summary>
    public string? CollectTo { get; set; }

    /// <summary>From when members order.</summary>
    public DateTime OpensUtc { get; set; }

    /// <summary>Until when members order, change and cancel.</summary>
    public DateTime ClosesUtc { get; set; }
}
