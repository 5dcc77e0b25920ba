namespace Market.Orders.ViewModels;

/// <summary>The form of the orders' settings.</summary>
public class OrdersSettingsViewModel
{
    /// <summary>How many hours before the end of the order window.</summary>
    public int? ClosingSoonHours { get; set; }
}
