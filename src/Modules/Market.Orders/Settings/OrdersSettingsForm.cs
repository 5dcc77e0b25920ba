using Market.Orders.Models;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Mvc.ModelBinding;

namespace Market.Orders.Settings;

/// <summary>Reads the orders' settings, with a sentence at the field for each thing wrong.</summary>
public sealed class OrdersSettingsForm(IStringLocalizer<OrdersSettingsForm> S)
{
    private const int LongestHours = 720;

    /// <summary>Puts what was given into the settings; to be kept only where no error was added.</summary>
    public void Read(OrdersSettings settings, int? closingSoonHours, string prefix, ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(errors);
        if (closingSoonHours is >= 1 and <= LongestHours and var hours)
        {
            settings.ClosingSoonHours = hours;
        }
        else
        {
            errors.AddModelError(prefix, nameof(settings.ClosingSoonHours), S["From 1 to {0} hours.", LongestHours]);
        }
    }
}
