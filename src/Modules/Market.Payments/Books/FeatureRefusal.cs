using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.DisplayManagement.Notify;

namespace Market.Payments.Books;

/// <summary>Whether this scope was refused to switch client accounts off.</summary>
public sealed class FeatureRefusal
{
    public bool IsGiven { get; set; }
}

/// <summary>Takes back Orchard's notice that the feature was disabled, which it gives whatever its manager did. Innermost, as notices leave with the answer.</summary>
public sealed class FeatureRefusalFilter(FeatureRefusal refusal, INotifier notifier) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        await next();
        if (refusal.IsGiven)
        {
            foreach (var entry in notifier.List().Where(entry => entry.Type is NotifyType.Success).ToList())
            {
                notifier.List().Remove(entry);
            }
        }
    }
}
