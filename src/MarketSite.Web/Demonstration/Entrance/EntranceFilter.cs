using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;

namespace MarketSite.Web.Demonstration.Entrance;

/// <summary>Shows the door on every public page to whoever is not signed in.</summary>
internal sealed class EntranceFilter(ILayoutAccessor layouts, IShapeFactory shapes) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && context.HttpContext.User.Identity?.IsAuthenticated != true && !AdminAttribute.IsApplied(context.HttpContext))
        {
            var layout = await layouts.GetLayoutAsync();
            await layout.Zones["Header"].AddAsync(await shapes.CreateAsync("DemonstrationEntrance"));
        }

        await next();
    }
}
