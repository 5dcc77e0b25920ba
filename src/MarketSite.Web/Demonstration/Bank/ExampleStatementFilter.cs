using Market.Payments.Banking.Controllers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Layout;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>Offers the example where the bank's files are read.</summary>
internal sealed class ExampleStatementFilter(ILayoutAccessor layouts, IShapeFactory shapes) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context is { Result: ViewResult, ActionDescriptor: ControllerActionDescriptor page } && page.ControllerTypeInfo == typeof(BankController))
        {
            var layout = await layouts.GetLayoutAsync();
            await layout.Zones["Messages"].AddAsync(await shapes.CreateAsync("ExampleStatement"));
        }

        await next();
    }
}
