using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Market.Payments.Invitations;

/// <summary>Orchard's own addresses by which somebody becomes a user by themselves.</summary>
internal static class RegistrationDoor
{
    public static bool IsAt(HttpContext? context) => context?.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
        && action.RouteValues.TryGetValue("area", out var area)
        && area == "OrchardCore.Users"
        && action.ControllerName is "Registration" or "ExternalAuthentications";
}
