using Market.Orders.Shop;
using Microsoft.AspNetCore.Mvc;

namespace Market.Orders.Controllers;

/// <summary>Who sells: everybody may read it.</summary>
[Route("producers")]
public sealed class ProducersController(ProducerPages pages) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await pages.ListAsync());

    [HttpGet("{address}")]
    public async Task<IActionResult> One(string address) => await pages.FindAsync(address) is { } page ? View(page) : NotFound();
}
