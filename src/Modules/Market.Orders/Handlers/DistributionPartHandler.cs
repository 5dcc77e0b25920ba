using Market.Orders.Models;
using Market.Orders.Sales;
using Market.Payments;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.Modules;

namespace Market.Orders.Handlers;

/// <summary>Holds recipes, the API and workflows to what the editor holds people to.</summary>
public sealed class DistributionPartHandler(DistributionRules rules, IServiceProvider services, IMarketCalendar calendar, IClock clock)
    : ContentPartHandler<DistributionPart>
{
    public override async Task ValidatingAsync(ValidateContentContext context, DistributionPart part)
    {
        foreach (var (property, sentence) in await rules.JudgeAsync(part, await IsKnownDayAsync(part)))
        {
            context.Fail(sentence, property);
        }
    }

    // The manager makes the handlers, so it is asked for only now. What is imported brings along when it was made: a day that has passed since was no mistake.
    private async Task<bool> IsKnownDayAsync(DistributionPart part) =>
        await services.GetRequiredService<IContentManager>().GetAsync(part.ContentItem.ContentItemId, VersionOptions.Published) is { } published && published != part.ContentItem
            ? published.GetOrCreate<DistributionPart>().Date == part.Date
            : (await calendar.GetAsync()).DayOf(new DateTimeOffset(DateTime.SpecifyKind(part.ContentItem.CreatedUtc ?? clock.UtcNow, DateTimeKind.Utc))) <= part.Date;
}
