using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Market.Orders.ViewModels;

/// <summary>The editor of packaging on deposit.</summary>
public class ReturnablePartViewModel
{
    /// <summary>The deposit as it is typed.</summary>
    public string? Deposit { get; set; }

    /// <summary>The code of its currency.</summary>
    [BindNever]
    public string Currency { get; set; } = string.Empty;
}
