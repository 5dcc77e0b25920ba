using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Orders.ViewModels;

/// <summary>The editor of a distribution. Times are the place's own.</summary>
public class DistributionPartViewModel
{
    /// <summary>The distribution, for whoever may say what it sells; none while it is new.</summary>
    [BindNever]
    public string? OnSaleId { get; set; }

    /// <summary>Where it takes place.</summary>
    public string? Place { get; set; }

    /// <summary>The market's day.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Whether the day is past, which is asked about.</summary>
    [BindNever]
    public bool IsPastDay { get; set; }

    /// <summary>Whether a past day is meant.</summary>
    public bool IsPastDayMeant { get; set; }

    /// <summary>From when orders are collected.</summary>
    public TimeOnly? CollectFrom { get; set; }

    /// <summary>Until when orders are collected.</summary>
    public TimeOnly? CollectTo { get; set; }

    /// <summary>From when members order.</summary>
    public DateTime? OpensLocal { get; set; }

    /// <summary>Until when members order.</summary>
    public DateTime? ClosesLocal { get; set; }
}
