using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;

namespace Market.Payments.Controllers;

/// <summary>Clients → What is still to set: what each module misses before the market can begin.</summary>
public sealed class StillToSetController(IAuthorizationService authorization, IEnumerable<ISetUpCheck> checks) : Controller
{
    [Admin("payments/to-set", "PaymentsStillToSet")]
    public async Task<IActionResult> Index()
    {
        if (!await authorization.AuthorizeAsync(User, PaymentsPermissions.ViewBalances))
        {
            return Forbid();
        }

        var missing = new List<StillToSet>();
        foreach (var check in checks)
        {
            missing.AddRange(await check.FindAsync());
        }

        return View(missing);
    }
}
