using System.ComponentModel.DataAnnotations;

namespace Market.Orders.ViewModels;

/// <summary>The form of the orders' settings.</summary>
public class OrdersSettingsViewModel
{
    /// <summary>How many hours before the end of the order window.</summary>
    [Range(1, 720)]
    public int ClosingSoonHours { get; set; }
}
