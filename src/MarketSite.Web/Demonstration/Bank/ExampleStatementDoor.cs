using Market.Payments;
using Microsoft.AspNetCore.Authorization;

namespace MarketSite.Web.Demonstration.Bank;

/// <summary>Gives the example to whoever may see what it says of members.</summary>
internal static class ExampleStatementDoor
{
    public const string Path = "demonstration/bank-statement";

    public static async Task<IResult> DownloadAsync(HttpContext context, IAuthorizationService authorization, ExampleStatement example) =>
        await authorization.MayAsync(context.User, PaymentsRights.ViewBalances)
            ? Results.File(await example.WriteAsync(), "application/xml", "releve-exemple.xml")
            : Results.NotFound();
}
