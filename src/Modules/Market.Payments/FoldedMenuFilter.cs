using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Admin;
using OrchardCore.ResourceManagement;

namespace Market.Payments;

/// <summary>Brings the script that folds the admin's menu on a phone to every page of the admin: a stall's volunteer reads balances there.</summary>
public sealed class FoldedMenuFilter(IResourceManager resources) : IAsyncResultFilter
{
    public Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && AdminAttribute.IsApplied(context.HttpContext))
        {
            resources.RegisterResource("script", "market-admin-menu").AtFoot();
        }

        return next();
    }
}
