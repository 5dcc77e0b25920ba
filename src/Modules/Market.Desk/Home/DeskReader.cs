using System.Security.Claims;
using Market.Desk.ViewModels;
using Market.Payments;

namespace Market.Desk.Home;

/// <summary>Asks every module what waits, as far as somebody may see it.</summary>
public sealed class DeskReader(IEnumerable<IDeskMatters> matters, IEnumerable<IDeskWays> ways, DeskRights rights)
{
    public async Task<DeskViewModel> ReadAsync(ClaimsPrincipal user)
    {
        var model = new DeskViewModel();
        foreach (var module in matters)
        {
            if (await MayAllAsync(user, module.Rights))
            {
                model.Matters.AddRange(await module.FindAsync());
            }
        }

        foreach (var module in ways)
        {
            if (await MayAllAsync(user, module.Rights))
            {
                model.Ways.AddRange(await module.FindAsync());
            }
        }

        model.Matters.Sort((one, other) => one.Place.CompareTo(other.Place));
        model.Ways.Sort((one, other) => one.Place.CompareTo(other.Place));
        return model;
    }

    private async Task<bool> MayAllAsync(ClaimsPrincipal user, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (!await rights.MayAsync(user, name))
            {
                return false;
            }
        }

        return true;
    }
}
