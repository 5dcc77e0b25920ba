using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using OrchardCore.Admin;

namespace Market.Laws.Tests;

/// <summary>An action of a controller.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Its address as a template, like <c>/Admin/payments/accounts/{id}</c>.</param>
/// <param name="IsPost">Whether it is sent, and not opened.</param>
internal sealed record Actions(MethodInfo Method, string Path, bool IsPost)
{
    public static readonly Assembly[] Modules =
    [
        .. new[] { "Market.Payments", "Market.Payments.Banking", "Market.Payments.Counter", "Market.Payments.MovingIn", "Market.Payments.Reminders", "Market.Payments.Stripe", "Market.Orders", "Market.Desk", "Market.Handbook" }.Select(Assembly.Load),
    ];

    public static IReadOnlyList<Actions> All { get; } = [.. Modules.SelectMany(module => module.GetTypes()).Where(type => typeof(Controller).IsAssignableFrom(type) && !type.IsAbstract).SelectMany(Of)];

    public string Name => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    private static IEnumerable<Actions> Of(Type controller) => controller
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.GetCustomAttribute<NonActionAttribute>() is null)
        .Select(method => new Actions(method, PathOf(method), method.GetCustomAttributes<HttpMethodAttribute>().Any(attribute => attribute is not HttpGetAttribute)));

    private static string PathOf(MethodInfo method)
    {
        if (method.GetCustomAttribute<AdminAttribute>() is { } admin)
        {
            return "/Admin/" + admin.Template;
        }

        var template = method.GetCustomAttributes().OfType<IRouteTemplateProvider>().Select(route => route.Template).FirstOrDefault(text => text is not null);
        var prefix = method.DeclaringType!.GetCustomAttribute<RouteAttribute>()?.Template;
        return "/" + string.Join('/', new[] { prefix, template }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
